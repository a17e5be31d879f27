/** JSON that everybody may read and keep for a while: discovery and keys. */

/** Much shorter than a new signing key is published before its first use, so that nobody meets an unknown kid. */
const maxAgeSeconds = 300;

export function publicDocument(body: unknown): Response {
  return new Response(JSON.stringify(body), {
    headers: {
      "Content-Type": "application/json",
      "Cache-Control": `public, max-age=${maxAgeSeconds}`,
    },
  });
}
