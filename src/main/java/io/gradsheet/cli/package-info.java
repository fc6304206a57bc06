/**
 * The command line: each command parses its arguments, calls one thing, and prints. {@link io.gradsheet.cli.GradSheet} is where a
 * run begins.
 */
package io.gradsheet.cli;
