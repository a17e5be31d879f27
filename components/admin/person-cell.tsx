/** A person in a list: the name leads to them, and the address stands below. */
import { EmailAddress } from "#components/ui/email-address.tsx";

interface PersonCellProps {
  readonly href: string;
  readonly displayName: string;
  readonly username: string;
}

export function PersonCell({ href, displayName, username }: PersonCellProps) {
  return (
    <span className="block min-w-0">
      <a href={href} className="text-link" dir="auto">
        {displayName}
      </a>
      <span className="block font-normal text-muted" dir="auto">
        <EmailAddress address={username} />
      </span>
    </span>
  );
}
