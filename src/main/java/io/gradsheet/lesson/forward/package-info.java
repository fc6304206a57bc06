/**
 * Lessons 3.1 and 3.2: the names of everything in a network, and its way forward written out. {@link
 * io.gradsheet.lesson.forward.NetworkSymbols} lists every parameter and variable, {@link io.gradsheet.lesson.forward.NetworkForward}
 * writes out every sum.
 */
package io.gradsheet.lesson.forward;
