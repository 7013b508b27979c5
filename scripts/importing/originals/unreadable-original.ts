/**
 * An original that cannot be read. Its message is a reason, in the words of whoever brought it, that says what to do:
 * `it is locked with a password; save a copy without one`.
 */
export class UnreadableOriginal extends Error {}
