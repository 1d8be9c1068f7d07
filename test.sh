#!/usr/bin/env bash
# Checks everything (全部检查): format, static checks, and all tests. Installs what the tests need and
# the machine lacks (Debian packages; as root, or with sudo). Exit status: 0 only if all is well.
# Arguments go to Maven.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")"
. ./.build-tools.sh

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo -n "$@"
    else
        return 1
    fi
}

# What the tests need beyond JDK and Maven: a browser, Chinese fonts, a reader of PDF files, curl, and nginx.
install_what_tests_need() {
    local missing=()
    command -v chromium >/dev/null || missing+=(chromium)
    fc-list 2>/dev/null | grep -q 'Noto Sans CJK' || missing+=(fonts-noto-cjk fontconfig)
    command -v pdftotext >/dev/null || missing+=(poppler-utils)
    command -v curl >/dev/null || missing+=(curl)
    command -v nginx >/dev/null || missing+=(nginx)
    [ ${#missing[@]} -eq 0 ] && return
    say "安装测试所需的软件包 Installing what the tests need: ${missing[*]}"
    mkdir -p .build
    if ! { as_root apt-get update -q &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"; } >.build/apt.log 2>&1; then
        refuse "请先安装 Please install first: apt-get install ${missing[*]} （.build/apt.log）"
    fi
}

# The counts of all test classes, from Surefire's own reports.
count_tests() {
    cat {app,verifier}/target/surefire-reports/TEST-*.xml 2>/dev/null |
        grep -o '<testsuite [^>]*>' |
        awk '{
            for (i = 1; i <= NF; i++) if (match($i, /^(tests|errors|failures|skipped)="[0-9]+/)) {
                split($i, part, "=\""); sum[part[1]] += part[2] + 0
            }
        } END {
            printf "Tests run: %d, Failures: %d, Errors: %d, Skipped: %d\n", sum["tests"], sum["failures"], sum["errors"], sum["skipped"]
        }'
}

# Names what failed first and passed when it was run again.
name_unsteady_tests() {
    awk '/<testcase /{ name = $0; sub(/.* name="/, "", name); sub(/".*/, "", name)
            class = $0; sub(/.* classname="/, "", class); sub(/".*/, "", class) }
        /<flaky(Failure|Error)/ { print "偶发失败 Passed only when run again: " class " " name }' \
        {app,verifier}/target/surefire-reports/TEST-*.xml 2>/dev/null || true
}

find_jdk
find_maven
install_what_tests_need

say "检查格式、代码与全部测试…… Checking format and code, running all tests…"
rm -rf {app,verifier}/target/surefire-reports
started=$SECONDS status=0
mvn -B -ntp "$@" spotless:check verify || status=$?
say "用时 Took $(((SECONDS - started) / 60)) min $(((SECONDS - started) % 60)) s"
name_unsteady_tests
count_tests
[ "$status" = 0 ] || refuse "检查未通过。Not everything is well."
say "全部通过。All is well."
