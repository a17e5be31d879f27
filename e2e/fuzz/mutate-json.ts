/** Alters the shape of a JSON body: members gone, of another kind, doubled, or buried; and the text itself. */
import { mutateBytes } from "./mutate-bytes.ts";
import type { Random } from "./random.ts";

type Json = string | number | boolean | null | Json[] | { [member: string]: Json };

/** What a member is replaced by. */
const strangers: readonly ((random: Random) => Json)[] = [
  () => null,
  () => true,
  () => 0,
  () => -1,
  () => 1e308,
  () => "",
  () => " ",
  () => "\u0000",
  () => "\ud800",
  () => "=".repeat(8),
  () => "public-key ",
  (random) => "A".repeat(1 + random.below(3000)),
  (random) => Buffer.from(random.bytes(64)).toString("base64"),
  () => [],
  () => ({}),
  () => [{ type: "public-key" }],
  () => ({ length: 1, 0: "A" }),
  (random) => nest(random.below(200)),
];

const badEncodings: readonly ((text: string) => string)[] = [
  (text) => `${text}=`,
  (text) => `${text}==`,
  (text) => Buffer.from(text, "base64url").toString("base64"),
  (text) => ` ${text}`,
  (text) => `${text}\n`,
  (text) => text.replace(/.$/, (last) => String.fromCharCode(last.charCodeAt(0) + 1)),
  (text) => `${text}A`,
  (text) => text.slice(0, -1),
  (text) => Buffer.from(text, "base64url").toString("hex"),
  (text) => `${text.slice(0, 4)}*${text.slice(4)}`,
];

const foreignMembers = ["__proto__", "constructor", "toString", "id", "response", "x", ""] as const;

/** The text of a body whose shape is not `body`'s. */
export function mutateShape(random: Random, body: unknown): string {
  const original = JSON.stringify(body);
  for (;;) {
    const copy = JSON.parse(original) as Json;
    const text = random.pick(operators)(random, copy);
    if (text !== original) return text;
  }
}

/** The text with altered bytes: no longer JSON as a rule. */
export function mutateText(random: Random, body: unknown): Uint8Array {
  return mutateBytes(random, new Uint8Array(Buffer.from(JSON.stringify(body))));
}

type Operator = (random: Random, body: Json) => string;

const operators: readonly Operator[] = [
  (random, body) => {
    const { parent, member } = randomMember(random, body);
    delete parent[member];
    return JSON.stringify(body);
  },
  (random, body) => {
    const { parent, member } = randomMember(random, body);
    parent[member] = random.pick(strangers)(random);
    return JSON.stringify(body);
  },
  (random, body) => {
    const { parent, member } = randomMember(random, body);
    const value = parent[member];
    parent[member] = typeof value === "string" ? random.pick(badEncodings)(value) : [value ?? null];
    return JSON.stringify(body);
  },
  (random, body) => {
    const { parent, member } = randomMember(random, body);
    const other = randomMember(random, body);
    const value = parent[member] ?? null;
    parent[member] = structuredClone(other.parent[other.member] ?? null);
    if (random.chance(0.5)) other.parent[other.member] = value;
    return JSON.stringify(body);
  },
  // A member that stands twice: the last one counts.
  (random, body) => {
    const { member } = randomMember(random, body);
    const twin = `${JSON.stringify(member)}:${JSON.stringify(random.pick(strangers)(random))},`;
    return JSON.stringify(body).replace(`${JSON.stringify(member)}:`, (found) => twin + found);
  },
  (random, body) => {
    const { parent } = randomMember(random, body);
    const name = random.pick(foreignMembers);
    Object.defineProperty(parent, name, { value: random.pick(strangers)(random), enumerable: true });
    return JSON.stringify(body);
  },
  (random) => JSON.stringify(random.pick(strangers)(random)),
  (random, body) => JSON.stringify(body).slice(0, random.below(JSON.stringify(body).length)),
];

/** Some object in the body and one of its members, at any depth. */
function randomMember(random: Random, body: Json): { parent: { [member: string]: Json }; member: string } {
  const places: { parent: { [member: string]: Json }; member: string }[] = [];
  const visit = (value: Json) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return;
    for (const member of Object.keys(value)) {
      places.push({ parent: value, member });
      visit(value[member] ?? null);
    }
  };
  visit(body);
  return random.pick(places);
}

function nest(depth: number): Json {
  let value: Json = [];
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { x: value };
  return value;
}
