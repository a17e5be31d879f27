/** A single letter finds half of everybody. Apart from the schema: browsers need no zod for it. */
export const shortestJump = 2;
