/**
 * What a fuzzer feeds: each target takes any bytes, and lets nothing out but a failure that is not a sentence for the user. The finds of
 * fuzzing are kept as files in {@code src/test/resources/fuzz}, a folder for each target, and tested with all else.
 */
package io.gradsheet.fuzz;
