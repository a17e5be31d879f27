/** Starts the files that wait for minutes first: at the end they would wait with nothing beside them. */
import { BaseSequencer, type TestSpecification } from "vitest/node";

const slow = /certification\/dynamic|rfc\/oidc-core-claims|operation\/(metadata-reload|kill|mail)/;

export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [
      ...sorted.filter(({ moduleId }) => slow.test(moduleId)),
      ...sorted.filter(({ moduleId }) => !slow.test(moduleId)),
    ];
  }
}
