/** How long a browser may wait for its approval. */
export const approvalLifetimeSeconds = 300;
