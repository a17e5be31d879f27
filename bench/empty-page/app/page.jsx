/** Rendered anew for each request, as every page of the program is. */
export const dynamic = "force-dynamic";

export default function Page() {
  return <p>Empty</p>;
}
