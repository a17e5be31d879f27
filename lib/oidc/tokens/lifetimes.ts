/** How long tokens live, in seconds. */
export const accessTokenLifetimeSeconds = 3600;
export const idTokenLifetimeSeconds = 3600;
