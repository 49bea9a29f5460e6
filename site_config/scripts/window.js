// SPDX-License-Identifier: Apache-2.0
// What is left of a span of days on a day? A window is [first day or null, last day], then the latest last day or null
// where the last is not settled, and the day from which the notice that states it is withdrawn.

export const isWithdrawn = ([, , , withdrawn], day) => Boolean(withdrawn) && day >= withdrawn;

/** Whether a window is open, or still to open. */
export const isLeft = (window, day) => (window[2] ?? window[1]) >= day && !isWithdrawn(window, day);
