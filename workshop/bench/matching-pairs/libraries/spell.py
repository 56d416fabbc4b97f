"""Spells names by published tables: JSON in, {"ru": [...], "be": [...]}; JSON out, a list of {name, source, words}."""

import json
import shutil
import subprocess
import sys
import warnings

import cyrtranslit
import iuliia
import transliterate

warnings.simplefilter("ignore")


def schemas():
    """Every published romanization of Russian that iuliia has, Uzbek left out."""
    return [name for name in iuliia.__all__ if name.isupper() and name != "UZ"]


def icu(transform, words):
    """ICU's transliterator, where its uconv is on PATH."""
    if shutil.which("uconv") is None:
        return None
    made = subprocess.run(
        ["uconv", "-x", transform], input="\n".join(words), capture_output=True, text=True, check=True
    )
    return made.stdout.split("\n")


def styles(names):
    for schema in schemas():
        table = getattr(iuliia, schema)
        yield f"iuliia {schema.lower()}", "ru", [iuliia.translate(word, table) for word in names["ru"]]
    for source, code in (("ru", "ru"), ("be", "by")):
        yield f"cyrtranslit {code}", source, [cyrtranslit.to_latin(word, code) for word in names[source]]
    yield "transliterate ru", "ru", [transliterate.translit(word, "ru", reversed=True) for word in names["ru"]]
    for source, transform in (("ru", "Russian-Latin/BGN"), ("be", "Belarusian-Latin/BGN"), ("ru", "Cyrillic-Latin")):
        words = icu(transform, names[source])
        if words:
            yield f"icu {transform}", source, words


given = json.load(sys.stdin)
json.dump(
    [
        {"name": name, "source": source, "words": dict(zip(given[source], words))}
        for name, source, words in styles(given)
    ],
    sys.stdout,
    ensure_ascii=False,
)
