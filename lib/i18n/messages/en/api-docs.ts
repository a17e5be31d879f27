/** The page about the API. */
export const apiDocs = {
  title: "API",
  lead: "What programs can do here. Every operation is checked against this description.",
  contents: "Contents",
  search: "Search operations",
  nothing: "Nothing matches.",
  document: "The OpenAPI 3.1 document",
  english: "The operations are described in English.",
  keys: "Programs of administrators send an API key as a bearer token. It may what its scopes name, and is made in the administration under System.",
  envelope:
    "Answers are JSON with “data”; a refusal has “error” with a code to act on and a message. The request id finds either in the log.",
  pages: "Lists go page by page: “limit” says how many, and “nextCursor” of one page is “after” of the next.",
  repeats:
    "A call with an Idempotency-Key can be repeated and is made once. An ETag in If-Match lets a change fail when somebody else was faster.",
  access: {
    anyone: "Anyone",
    optional: "Anyone; more for who is signed in",
    session: "A session",
    key: "An API key or a session",
  },
  permission: "Permission:",
  parameters: "Parameters",
  body: "Body",
  file: "Body: a file",
  answer: "Answer",
  refusals: "Refusals",
  example: "Example",
  required: "required",
  link: "API reference",
} as const;
