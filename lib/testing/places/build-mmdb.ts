/** Writes a file in the MaxMind DB format, version 2.0, with records of 24 bits: enough of it for tests. */

type Value = string | number | boolean | { readonly [key: string]: Value } | readonly Value[];

export interface MmdbEntry {
  /** CIDR of IPv4. */
  readonly network: string;
  readonly record: Value;
}

type Branch = [Node: Node, Node: Node];
type Node = Branch | { readonly entry: number } | undefined;

const marker = Buffer.from("\xab\xcd\xefMaxMind.com", "latin1");
const separator = Buffer.alloc(16);

export function buildMmdb(entries: readonly MmdbEntry[]): Buffer {
  const root: Branch = [undefined, undefined];
  for (const [index, { network }] of entries.entries()) plant(root, bitsOf(network), { entry: index });

  const data = entries.map(({ record }) => encode(record));
  const offsets = data.map((_, index) => data.slice(0, index).reduce((sum, { length }) => sum + length, 0));
  const nodes = collect(root);
  const pointer = (node: Node): number => {
    if (node === undefined) return nodes.length;
    if (Array.isArray(node)) return nodes.indexOf(node);
    return nodes.length + separator.length + (offsets[node.entry] ?? 0);
  };
  const tree = nodes.flatMap(([left, right]) => [uint(pointer(left), 3), uint(pointer(right), 3)]);
  const metadata = encode({
    node_count: nodes.length,
    record_size: 24,
    ip_version: 4,
    database_type: "Latchkey-Test",
    languages: ["en"],
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: 1_780_000_000,
    description: { en: "places for tests" },
  });
  return Buffer.concat([...tree, separator, ...data, marker, metadata]);
}

function bitsOf(network: string): number[] {
  const [address = "", prefix = "32"] = network.split("/");
  return address
    .split(".")
    .flatMap((octet) => [...Number(octet).toString(2).padStart(8, "0")].map(Number))
    .slice(0, Number(prefix));
}

function plant(branch: Branch, [bit = 0, ...rest]: readonly number[], leaf: Node): void {
  const side = bit === 0 ? 0 : 1;
  if (rest.length === 0) {
    branch[side] = leaf;
    return;
  }
  let next = branch[side];
  if (!Array.isArray(next)) {
    next = [undefined, undefined];
    branch[side] = next;
  }
  plant(next, rest, leaf);
}

function collect(branch: Branch): Branch[] {
  return [branch, ...branch.flatMap((side) => (Array.isArray(side) ? collect(side) : []))];
}

const types = { string: 2, uint32: 6, map: 7, array: 11, boolean: 14 } as const;

function encode(value: Value): Buffer {
  if (typeof value === "string") {
    const text = Buffer.from(value);
    return Buffer.concat([control(types.string, text.length), text]);
  }
  if (typeof value === "number") {
    const bytes = uint(value, 4);
    return Buffer.concat([control(types.uint32, bytes.length), bytes]);
  }
  if (typeof value === "boolean") return control(types.boolean, value ? 1 : 0);
  if (Array.isArray(value)) return Buffer.concat([control(types.array, value.length), ...value.map(encode)]);
  const members = Object.entries(value);
  return Buffer.concat([
    control(types.map, members.length),
    ...members.flatMap(([name, member]) => [encode(name), encode(member)]),
  ]);
}

/** Type and size; types beyond seven stand in a byte of their own. */
function control(type: number, size: number): Buffer {
  if (size > 284) throw new RangeError("too long for a test");
  const short = Math.min(size, 29);
  const extended = type > 7 ? [type - 7] : [];
  return Buffer.from([((type > 7 ? 0 : type) << 5) | short, ...extended, ...(size >= 29 ? [size - 29] : [])]);
}

function uint(value: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(value, 0, bytes);
  return buffer;
}
