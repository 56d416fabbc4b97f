import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The projects in the order in which they begin: end-to-end tests take longest, and must not be left to the end. */
const order = ['end-to-end', 'integration', 'unit'];

const rankOf = ({ project }: TestSpecification): number => order.indexOf(project.name);

/** Runs the files of a project after each other, since a process that goes on with another project's loads everything anew. */
export class ByProject extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((one, another) => rankOf(one) - rankOf(another));
  }
}
