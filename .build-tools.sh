# Shared by run.sh and test.sh: finds JDK 25 and Maven, builds the program when its sources changed.

export LC_ALL=C.UTF-8

say() { printf '%s\n' "$*"; }

refuse() {
    printf '%s\n' "$*" >&2
    exit 1
}

is_jdk_25() { [ -x "$1/bin/javac" ] && [ -r "$1/release" ] && grep -q '^JAVA_VERSION="25' "$1/release"; }

# Sets JAVA_HOME to a JDK 25: the one given, one below /usr/lib/jvm or /opt, or the one on the path.
find_jdk() {
    local each on_path
    on_path=$(command -v javac || true)
    [ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
    for each in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/*jdk* "$HOME"/.sdkman/candidates/java/*; do
        if [ -n "$each" ] && is_jdk_25 "$each"; then
            export JAVA_HOME=$each
            return
        fi
    done
    refuse "缺少 JDK 25，请安装：apt-get install openjdk-25-jdk-headless（或 adoptium.net 的 temurin-25-jdk）。JDK 25 is missing: apt-get install openjdk-25-jdk-headless (or temurin-25-jdk from adoptium.net)."
}

find_maven() {
    command -v mvn >/dev/null && return
    refuse "缺少 Maven，请安装：apt-get install maven。Maven is missing: apt-get install maven."
}

# One line for all that goes into the program.
sources_stamp() {
    { find pom.xml app/pom.xml app/src/main verifier/pom.xml verifier/verify.html verifier/src/main .mvn -type f -print0 | sort -z | xargs -0 sha256sum; "$JAVA_HOME/bin/java" -version 2>&1; } | sha256sum | cut -d' ' -f1
}

program_folder=.build/program

# Builds the program if its sources changed since the last build.
build_program() {
    find_jdk
    local stamp
    stamp=$(sources_stamp)
    [ "$(cat .build/stamp 2>/dev/null)" = "$stamp" ] && return
    find_maven
    say "正在构建，首次约需几分钟…… Building; the first time takes a few minutes…"
    mkdir -p .build
    if ! mvn -B -ntp -q -Pquick,program -pl verifier,app package >.build/build.log 2>&1; then
        grep -E 'ERROR|BUILD' .build/build.log | head -20 >&2 || true
        refuse "构建失败，详见 .build/build.log。The build failed; see .build/build.log."
    fi
    rm -rf "$program_folder"
    "$JAVA_HOME/bin/java" -Djarmode=tools -jar app/target/program/gongkai-app-*.jar extract --destination "$program_folder" >>.build/build.log
    # What the program is made of (CycloneDX), beside the jar.
    cp app/target/program/gongkai-sbom.cdx.json "$program_folder/"
    rehearse
    echo "$stamp" >.build/stamp
}

# One start and stop on a data folder that is thrown away, so that the JVM can keep what it prepared:
# later starts take half the processor time. Without it they are slower, and nothing else.
rehearse() {
    local folder=.build/rehearsal
    rm -rf "$folder"
    say "首次启动准备…… Preparing the first start…"
    (
        unset GONGKAI_DB_URL GONGKAI_PRODUCTION GONGKAI_CLOCK GONGKAI_BIND GONGKAI_MANAGEMENT_PORT
        export GONGKAI_HOME=$folder
        java_program -XX:AOTCacheOutput="$aot_cache" -Dgongkai.rehearsal=true -- --server.port=0
    ) >.build/rehearsal.log 2>&1 || rm -f "$aot_cache"
    rm -rf "$folder"
}

aot_cache=$program_folder/gongkai.aot

# Options of the JVM, then "--", then the words for the program. What a start or a rush took is
# given back to the machine within a minute or two.
java_program() {
    local options=()
    while [ "$1" != -- ]; do
        options+=("$1")
        shift
    done
    shift
    exec "$JAVA_HOME/bin/java" "${options[@]}" -XX:MaxRAMPercentage=50 -XX:G1PeriodicGCInterval=20000 -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=30 -XX:-G1UseAdaptiveIHOP -XX:InitiatingHeapOccupancyPercent=75 --enable-native-access=ALL-UNNAMED \
        -jar "$(echo "$program_folder"/gongkai-app-*.jar)" "$@"
}

run_program() {
    local cache=()
    [ ! -f "$aot_cache" ] || cache=(-XX:AOTCache="$aot_cache" -Xlog:aot*=error)
    java_program "${cache[@]}" -- "$@"
}
