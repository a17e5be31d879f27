/** Walks DER (X.690) for the few structures that node:crypto does not open: certificate fields and extensions. */

export interface DerNode {
  /** Class and constructed bits with the tag number: 0x30 is a SEQUENCE, 0xa1 is [1] constructed. */
  readonly tagClass: "universal" | "application" | "context" | "private";
  readonly constructed: boolean;
  readonly tag: number;
  readonly content: Uint8Array;
  /** The node with its head. */
  readonly raw: Uint8Array;
}

export const derTag = {
  boolean: 1,
  integer: 2,
  bitString: 3,
  octetString: 4,
  null: 5,
  oid: 6,
  enumerated: 10,
  sequence: 16,
  set: 17,
} as const;

const classes = ["universal", "application", "context", "private"] as const;

/**
 * The one node that fills `bytes`.
 * @throws Error for anything else
 */
export function readDer(bytes: Uint8Array): DerNode {
  const node = readNode(bytes, 0);
  if (node.raw.length !== bytes.length) throw new Error("DER: bytes are left over");
  return node;
}

/** @throws Error when the content of a constructed node is no row of nodes */
export function derChildren(node: DerNode): readonly DerNode[] {
  if (!node.constructed) throw new Error("DER: not constructed");
  const children: DerNode[] = [];
  for (let at = 0; at < node.content.length; ) {
    const child = readNode(node.content, at);
    children.push(child);
    at += child.raw.length;
  }
  return children;
}

export function isUniversal(node: DerNode | undefined, tag: number): node is DerNode {
  return node?.tagClass === "universal" && node.tag === tag;
}

export function isContext(node: DerNode | undefined, tag: number): node is DerNode {
  return node?.tagClass === "context" && node.tag === tag;
}

/** @throws Error when the node is not of that universal type */
export function expectUniversal(node: DerNode | undefined, tag: number): DerNode {
  if (!isUniversal(node, tag)) throw new Error(`DER: type ${tag} expected`);
  return node;
}

/** A non-negative INTEGER or ENUMERATED that fits 32 bits, else undefined. */
export function smallInteger(node: DerNode | undefined): number | undefined {
  if (!isUniversal(node, derTag.integer) && !isUniversal(node, derTag.enumerated)) return undefined;
  const { content } = node;
  if (content.length === 0 || content.length > 5 || (content[0] ?? 0) >= 0x80) return undefined;
  return content.reduce((value, byte) => value * 256 + byte, 0);
}

/** Dotted form. @throws Error when the node is no OBJECT IDENTIFIER */
export function oidText(node: DerNode | undefined): string {
  const { content } = expectUniversal(node, derTag.oid);
  if (content.length === 0 || content.length > 64) throw new Error("DER: impossible object identifier");
  const arcs: number[] = [];
  let value = 0;
  for (const byte of content) {
    value = value * 128 + (byte & 0x7f);
    if (value > Number.MAX_SAFE_INTEGER / 128) throw new Error("DER: object identifier too large");
    if (byte & 0x80) continue;
    arcs.push(value);
    value = 0;
  }
  const [first = 0, ...rest] = arcs;
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - root * 40, ...rest].join(".");
}

function readNode(bytes: Uint8Array, start: number): DerNode {
  const byteAt = (at: number): number => {
    const byte = bytes[at];
    if (byte === undefined) throw new Error("DER: ends too early");
    return byte;
  };
  const head = byteAt(start);
  let at = start + 1;
  let tag = head & 0x1f;
  if (tag === 0x1f) {
    tag = 0;
    for (let more = true; more; at += 1) {
      const byte = byteAt(at);
      tag = tag * 128 + (byte & 0x7f);
      if (tag > 0xff_ffff) throw new Error("DER: tag too large");
      more = (byte & 0x80) !== 0;
    }
  }
  let length = byteAt(at);
  at += 1;
  if (length >= 0x80) {
    const count = length & 0x7f;
    if (count === 0 || count > 3) throw new Error("DER: impossible length");
    length = 0;
    for (let left = count; left > 0; left -= 1, at += 1) length = length * 256 + byteAt(at);
    if (length < 0x80) throw new Error("DER: length is not the shortest");
  }
  const end = at + length;
  if (end > bytes.length) throw new Error("DER: ends too early");
  return {
    tagClass: classes[head >> 6] ?? "universal",
    constructed: (head & 0x20) !== 0,
    tag,
    content: bytes.subarray(at, end),
    raw: bytes.subarray(start, end),
  };
}
