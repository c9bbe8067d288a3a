#!/usr/bin/env bash
# Kills a process that writes to the embedded database and looks at what is left, in five ways of writing (ADR 0021). Ends with 1 when the
# registry's own ways lost, tore or hung once. Another version of H2: SCEAU_BENCH_MVN_OPTS=-Dh2.version=2.5.252
# Usage: benchmarks/kill.sh [kills of each way]      default: 60, about twenty-five minutes
set -euo pipefail
cd "$(dirname "$0")/.."
kills=${1:-60}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mvn -q -Dquick ${SCEAU_BENCH_MVN_OPTS:-} -pl benchmarks -am test-compile dependency:build-classpath -DincludeScope=test \
  -Dmdep.outputFile="$work/classpath"
java -XX:+UseSerialGC -cp "benchmarks/target/test-classes:$(cat "$work/classpath")" \
  org.sceau.benchmarks.kill.KillBenchmark "$work" "$kills"
