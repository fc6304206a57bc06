/**
 * How long the main lesson takes, step by step, measured with JMH. Nothing here is a test: {@code mvn -q test -Pbenchmark} runs it,
 * and {@code mvn verify} only compiles it.
 */
package io.gradsheet.benchmark;
