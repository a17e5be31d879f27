/** Two addresses one above the other, with what differs marked. */

interface ComparedAddressProps {
  readonly label: string;
  readonly before: string;
  readonly different: string;
  readonly after: string;
}

export function ComparedAddress({ label, before, different, after }: ComparedAddressProps) {
  return (
    <div className="mt-2 first:mt-0">
      <dt className="text-muted">{label}</dt>
      <dd className="mono break-all" dir="ltr">
        {before}
        {different === "" ? null : (
          <mark className="rounded-sm bg-warn-soft px-0.5 font-semibold text-warn-soft-fg underline decoration-2 underline-offset-4">
            {different}
          </mark>
        )}
        {after}
      </dd>
    </div>
  );
}
