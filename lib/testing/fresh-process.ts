/** Test files share a process, which loads each module once; what is process-wide begins anew with each of them. */
import { beforeAll } from "vitest";

beforeAll(() => {
  Reflect.deleteProperty(globalThis, Symbol.for("latchkey.process-wide"));
});
