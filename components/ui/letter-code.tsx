/** A code that people read or compare: large, in one direction, and read out letter by letter. */

export function LetterCode({ code }: { readonly code: string }) {
  return (
    <span className="mono text-2xl font-semibold tracking-[0.12em]" dir="ltr">
      {code}
    </span>
  );
}
