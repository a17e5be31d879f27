import { describe, expect, it } from "vitest";
import type { BulkOutcome } from "#lib/accounts/bulk/schema.ts";
import { type Rounds, runRounds } from "./run-rounds.ts";
import { bulkRounds } from "./use-bulk-run.ts";
import type { Outcome } from "./use-confirmed-action.ts";
import { type BulkResult, chosenRounds, wholeRounds } from "./use-dialog-run.ts";

const ids = Array.from({ length: 120 }, (_, index) => `id-${index}`);

const done = <R>(result: R): Outcome<R> => ({ status: "done", result });
const refused: Outcome<never> = {
  status: "refused",
  failure: { code: "FORBIDDEN", message: "No.", fields: [], requestId: "1" },
};

/** Runs against a server that answers so, call by call; what was sent and told. */
async function conduct<R, T>(
  rounds: Rounds<R, T>,
  answer: (form: FormData, call: number) => Outcome<R> | undefined,
  isStopped: (calls: number) => boolean = () => false,
) {
  const [sent, told]: [FormData[], T[]] = [[], []];
  const tally = await runRounds(rounds, {
    act: async (form) => {
      sent.push(form);
      return answer(form, sent.length);
    },
    isStopped: () => isStopped(sent.length),
    tell: (state) => told.push(state),
  });
  return { sent, told, tally };
}

/** Everything that was sent is otherwise now. */
const change = (form: FormData): Outcome<BulkOutcome> =>
  done({ changed: form.getAll("ids").map(String), unchanged: 0, refused: [] });

describe("a change to many things", () => {
  it("is carried out fifty at a time, in their order, each once, and told after each call", async () => {
    const { sent, told, tally } = await conduct(bulkRounds(ids, { kind: "disable" }), change);
    expect(sent.map((form) => form.getAll("ids").length)).toEqual([50, 50, 20]);
    expect(sent.map((form) => form.get("kind"))).toEqual(["disable", "disable", "disable"]);
    expect(told.map(({ past, total }) => [past, total])).toEqual([
      [50, 120],
      [100, 120],
      [120, 120],
    ]);
    expect(tally).toEqual({ changed: ids, unchanged: 0, refused: [], past: 120, total: 120 });
  });

  it("sums up what came of each", async () => {
    const one = { id: "a", name: "Ana", message: "No." };
    const { tally } = await conduct(bulkRounds(ids, {}), () =>
      done({ changed: ["x"], unchanged: 2, refused: [one] }),
    );
    expect(tally).toMatchObject({ changed: ["x", "x", "x"], unchanged: 6, refused: [one, one, one] });
  });

  it("goes no further once it was stopped, and keeps what was done", async () => {
    const { sent, tally } = await conduct(bulkRounds(ids, {}), change, (calls) => calls === 2);
    expect(sent).toHaveLength(2);
    expect(tally).toMatchObject({ past: 100, changed: ids.slice(0, 100) });
  });

  it.each([
    ["the server refuses", refused],
    ["the confirmation does not come about", undefined],
  ])("goes no further where %s, and keeps what was done", async (_, answer) => {
    const { sent, told, tally } = await conduct(bulkRounds(ids, {}), (form, call) =>
      call === 1 ? change(form) : answer,
    );
    expect(sent).toHaveLength(2);
    expect(told).toHaveLength(1);
    expect(tally).toMatchObject({ past: 50, total: 120 });
  });

  it("asks nothing of the server for nothing", async () => {
    expect((await conduct(bulkRounds([], {}), change)).sent).toEqual([]);
  });
});

describe("what a dialog asked about", () => {
  const form = new FormData();
  form.set("reason", "lost");
  form.append("ids", "ticked");
  const result = (values: Partial<BulkResult>) => done<BulkResult>({ done: 0, refused: [], ...values });

  it("sends the ids that are meant in place of those that are ticked, with all other fields", async () => {
    const { sent, tally } = await conduct(chosenRounds(form, "ids", ids), (data) =>
      result({ done: data.getAll("ids").length - 1, refused: [{ id: "a", message: "No." }] }),
    );
    expect(sent.flatMap((data) => data.getAll("ids"))).toEqual(ids);
    expect(sent.every((data) => data.get("reason") === "lost")).toBe(true);
    expect(tally).toMatchObject({ done: 117, past: 120, total: 120 });
    expect(tally.refused).toHaveLength(3);
  });

  it("asks the server once where nothing is meant, which says so", async () => {
    const { sent, told } = await conduct(chosenRounds(form, "ids", []), () => refused);
    expect(sent.map((data) => data.getAll("ids"))).toEqual([[]]);
    expect(told).toEqual([]);
  });

  it("of a whole repeats the call while there is more, and tells the refusals of the last alone", async () => {
    const { sent, tally } = await conduct(wholeRounds(form), (_, call) =>
      result({ done: 10, refused: [{ id: "a", message: "No." }], more: call < 3 }),
    );
    expect(sent).toEqual([form, form, form]);
    expect(tally).toEqual({ done: 30, refused: [{ id: "a", message: "No." }], past: 0, total: 0 });
  });

  it("of a whole ends where nothing more can be done", async () => {
    const { sent } = await conduct(wholeRounds(form), (_, call) =>
      result({ done: call === 1 ? 5 : 0, more: true }),
    );
    expect(sent).toHaveLength(2);
  });
});
