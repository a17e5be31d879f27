/** How long a device may wait, and how often it may ask. Seconds. */
export const deviceCodeLifetimeSeconds = 600;
export const pollIntervalSeconds = 5;
/** RFC 8628 section 3.5: what `slow_down` adds, for this and all later polls. */
export const slowDownSeconds = 5;
