/** A person and a key: the sign by which people know passkeys, in our own drawing. */
export function PasskeyIcon() {
  return (
    <svg
      width="1.25em"
      height="1.25em"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className="shrink-0"
    >
      <circle cx="9" cy="7.5" r="3.5" />
      <path d="M2.5 20v-1.5a5 5 0 0 1 5-5h3.2" />
      <circle cx="17.5" cy="12" r="3" />
      <path d="M17.5 15v6.5M17.5 18.5h2" />
    </svg>
  );
}
