"""Ranks pairs of persons by nomenklatura: JSON in, a list of pairs; JSON out, {setting: [score, ...]}."""

import json
import logging
import sys
import warnings

from followthemoney import model
from nomenklatura.matching import ALGORITHMS, LogicV2

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)

# Beside their defaults: rules that let more spellings pass, and that forgive a patronymic which one side lacks.
VARIANTS = {
    "lenient spelling": {"nm_fuzzy_cutoff_factor": 1.5},
    "patronymic may lack": {"nm_extra_query_name": 0.2, "nm_extra_result_name": 0.1},
    "both": {"nm_fuzzy_cutoff_factor": 1.5, "nm_extra_query_name": 0.2, "nm_extra_result_name": 0.1},
}


def person(identity, name):
    """A person with the fields that the pairs have."""
    entity = model.make_entity("Person")
    entity.id = name
    given, patronymic, surname = identity["given"], identity["patronymic"], identity["surname"]
    entity.add("name", " ".join(part for part in (given, patronymic, surname) if part))
    entity.add("firstName", given)
    entity.add("fatherName", patronymic)
    entity.add("lastName", surname)
    entity.add("birthDate", identity["birth"])
    return entity


def settings():
    for algorithm in ALGORITHMS:
        yield algorithm.NAME, algorithm, algorithm.default_config()
    for name, changed in VARIANTS.items():
        config = LogicV2.default_config()
        yield f"{LogicV2.NAME}, {name}", LogicV2, config.model_copy(update={"config": {**config.config, **changed}})


# By their ids it keeps what it has worked out of names, so no two have one.
pairs = [(person(a, f"a{at}"), person(b, f"b{at}")) for at, (a, b) in enumerate(json.load(sys.stdin))]
json.dump(
    {name: [algorithm.compare(a, b, config).score for a, b in pairs] for name, algorithm, config in settings()},
    sys.stdout,
)
