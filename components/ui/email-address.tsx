/** An e-mail address, which breaks behind its @ before it breaks anywhere else. */
export function EmailAddress({ address }: { readonly address: string }) {
  const domain = address.lastIndexOf("@") + 1;
  return (
    <>
      {address.slice(0, domain)}
      <wbr />
      {address.slice(domain)}
    </>
  );
}
