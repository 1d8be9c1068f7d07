#!/usr/bin/env bash
# Runs a benchmark and prints its table:
#   benchmarks/run.sh search [DOCUMENTS [FOLDER]]   index rate and search, 100,000 documents if not said
#                                                otherwise; FOLDER keeps the index to use it again
#   benchmarks/run.sh pages [DOCUMENTS [FOLDER]]    the whole program over HTTP: start, memory, pages, search,
#                                                publication; the first run fills FOLDER, later ones use it again
#   benchmarks/run.sh import [ROWS]             an old site comes in, the program killed twice; 50,000 rows if not
#                                                said otherwise
#   benchmarks/run.sh register-import [ROWS]    a directory of units comes in from .xlsx and CSV, with 512 MiB of heap, the
#                                                program killed twice; 1,000,000 rows if not said otherwise
#   benchmarks/run.sh requests [CASES [FOLDER]]   open requests: lists, counting again after a change of the calendar, intake
#                                                with the program killed; 100,000 cases if not said otherwise
#   benchmarks/run.sh hot [DOCUMENTS [FOLDER]]      pages from memory beside nginx gzip_static (needs wrk and nginx-light),
#                                                then 2,000 requests a second while 5 documents a second are published
#   benchmarks/run.sh draw                   a draw of 1,000,000 units and 10,000 officers, beside sorting its tickets
#   benchmarks/run.sh water                  values evaluated a second by one thread
#   benchmarks/run.sh water-pages [SOURCES [FOLDER]]  ten years of public water: pages and downloads made anew; 200 sources
#                                                if not said otherwise
#   benchmarks/run.sh tokenise               characters a second: HanLP, smartcn, pairs
# Figures with machine and date are kept in docs/benchmarks.md.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
. ./.build-tools.sh
find_jdk
find_maven
mvn -B -ntp -q -Pquick -pl app,benchmarks process-classes
name=${1:-}
shift || true
case $name in
    search) main=SearchBenchmark ;;
    pages)
        main=PagesBenchmark
        build_program
        ;;
    import)
        main=ImportBenchmark
        build_program
        ;;
    register-import)
        main=RegisterImportBenchmark
        build_program
        ;;
    hot)
        main=HotBenchmark
        build_program
        ;;
    draw)
        main=DrawBenchmark
        heap=1800m
        ;;
    requests)
        main=RequestsBenchmark
        build_program
        ;;
    water) main=WaterBenchmark ;;
    water-pages)
        main=WaterPagesBenchmark
        build_program
        ;;
    tokenise) main=TokenisingBenchmark ;;
    *)
        sed -n '2,20s/^# \{0,1\}//p' "$0" >&2
        exit 1
        ;;
esac
exec "$JAVA_HOME/bin/java" -Xmx"${heap:-1g}" --enable-native-access=ALL-UNNAMED --add-modules jdk.incubator.vector \
    -cp "benchmarks/target/classes:$(cat benchmarks/target/classpath)" "org.gongkai.benchmarks.$main" "$@"
