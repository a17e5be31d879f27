/** A person's picture, or their initials where there is none. The name stands beside it: this only decorates. */

interface AvatarProps {
  readonly name: string;
  /** An address of our own: others are refused by the content security policy. */
  readonly picture: string | undefined;
  readonly size: "small" | "large";
}

const sizes = { small: "size-8 text-xs", large: "size-16 text-xl" } as const;

export function Avatar({ name, picture, size }: AvatarProps) {
  const look = `${sizes[size]} shrink-0 rounded-full`;
  if (picture !== undefined) return <img src={picture} alt="" className={`${look} object-cover`} />;
  return (
    <span
      aria-hidden="true"
      className={`${look} grid place-items-center bg-accent-soft font-semibold text-accent-soft-fg select-none`}
    >
      {initialsOf(name)}
    </span>
  );
}

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Of the first and the last word, as far as they begin with a letter or a digit. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends
    .map((word = "") => [...graphemes.segment(word)][0]?.segment ?? "")
    .join("")
    .toUpperCase();
}
