#!/usr/bin/env bash
# Issues lists of fictional visas and has xmlsec1 sign the same content, then compares CPU seconds (user + system, whole
# processes: the start of the Java machine counts, and so does making the list, which xmlsec1 is spared).
# Usage: benchmarks/list-issue.sh [services ...]      default: 840 50000; HEAP=64m bounds the Java heap
set -euo pipefail
cd "$(dirname "$0")/.."
command -v xmlsec1 >/dev/null || { echo "xmlsec1 is missing: apt-get install xmlsec1" >&2; exit 69; }

mvn -q -Dquick -pl trust-list -am package -DskipTests
mkdir -p benchmarks/target/list-issue
mvn -q -Dquick -pl trust-list dependency:build-classpath -DincludeScope=runtime \
    -Dmdep.outputFile="$PWD/benchmarks/target/list-issue/classpath"
classpath="trust-list/target/classes:$(cat benchmarks/target/list-issue/classpath)"
javac -proc:none -d benchmarks/target/list-issue/classes -cp "$classpath" \
    benchmarks/src/main/java/org/sceau/benchmarks/{ListIssueBenchmark,SampleList}.java
classpath="benchmarks/target/list-issue/classes:$classpath"

# CPU seconds of one command, by bash's own clock; what the command says goes to a log beside its list.
cpu_of() {
    local log=$1 TIMEFORMAT='%3U %3S'
    shift
    { time "$@" >"$log" 2>&1; } 2>"$log.time" || { cat "$log" >&2; return 1; }
    awk '{ printf "%.3f", $1 + $2 }' "$log.time"
}

for services in "${@:-840 50000}"; do
    for count in $services; do
        work="benchmarks/target/list-issue/$count"
        rm -rf "$work" && mkdir -p "$work"
        list="$work/list.xml"
        ours=$(cpu_of "$work/ours.log" java -Xmx"${HEAP:-64m}" -XX:+UseSerialGC -Xshare:auto -cp "$classpath" \
            org.sceau.benchmarks.ListIssueBenchmark "$count" "$list")
        # The template: our file with digests and value emptied, so that xmlsec1 computes what we computed.
        sed -E 's#<(ds:DigestValue|ds:SignatureValue)>[^<]*</#<\1></#g' "$list" >"$work/template.xml"
        theirs=$(cpu_of "$work/xmlsec1.log" xmlsec1 --sign --privkey-pem "$list.key.pem,$list.cert.pem" \
            --enabled-reference-uris empty,same-doc \
            --id-attr:Id http://uri.etsi.org/01903/v1.3.2#:SignedProperties \
            --output "$work/signed-by-xmlsec1.xml" "$work/template.xml")
        for signed in "$list" "$work/signed-by-xmlsec1.xml"; do
            verdict=$(xmlsec1 --verify --pubkey-cert-pem "$list.cert.pem" --enabled-reference-uris empty,same-doc \
                --id-attr:Id http://uri.etsi.org/01903/v1.3.2#:SignedProperties "$signed" 2>&1) || true
            [[ $verdict == *'(ok/all): 2/2'* ]] || { echo "$signed does not verify: $verdict" >&2; exit 1; }
        done
        cat "$work/ours.log"
        awk -v n="$count" -v a="$ours" -v b="$theirs" 'BEGIN {
            printf "services=%d make+sign=%.3f s xmlsec1-sign-only=%.3f s ratio=%.2f\n", n, a, b, (b > 0 ? a / b : 0) }'
    done
done
