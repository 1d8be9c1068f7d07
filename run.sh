#!/usr/bin/env bash
# Starts Gongkai (公开), or runs one of its commands:
#   ./run.sh                 evaluation: demo agency, on http://127.0.0.1:8080 (试用)
#   ./run.sh --production    real work: no demo data, no default password (正式运行)
#   ./run.sh stop | status   of the program of this data folder (停止、状态)
#   ./run.sh backup FILE     while running or stopped (备份)
#   ./run.sh restore FILE    into an empty data folder (恢复)
#   ./run.sh import DIR      an old site's documents, to be approved on the desk; --dry-run only checks (导入)
#   ./run.sh log DIR         the whole transparency log, for the verifier and the archives (日志全本)
#   ./run.sh export DIR      the public site as files for any web server, running or stopped (静态导出)
# Settings: docs/guides/run.md. Exit status: 0 only on success.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")"
. ./.build-tools.sh

home=${GONGKAI_HOME:-./data}

# The process that holds the data folder; nothing where none runs.
running_pid() {
    local pid
    pid=$(cat "$home/lock" 2>/dev/null) || return 1
    [ -n "$pid" ] && [ -r "/proc/$pid/cmdline" ] || return 1
    tr '\0' '\n' <"/proc/$pid/cmdline" | grep -q '^org.gongkai\|gongkai-app' || return 1
    echo "$pid"
}

stop() {
    local pid
    if ! pid=$(running_pid); then
        say "没有在运行。Not running."
        return 0
    fi
    kill -TERM "$pid"
    for _ in $(seq 1 600); do
        if ! [ -d "/proc/$pid" ]; then
            say "已停止。Stopped."
            return 0
        fi
        sleep 0.1
    done
    say "60 秒后仍未停止（进程 $pid）。Still running after 60 seconds (process $pid)."
    return 1
}

# Exit status as service managers know it: 0 runs and is well, 1 runs and is not well, 3 does not run.
status() {
    local pid port answer
    if ! pid=$(running_pid); then
        say "没有在运行。Not running."
        return 3
    fi
    port=$(cat "$home/management-port" 2>/dev/null || true)
    answer=$(health "$port" || true)
    if [[ $answer == *'"status":"UP"'* ]]; then
        say "正在运行（进程 $pid），状态正常。Running (process $pid) and well."
        return 0
    fi
    say "正在运行（进程 $pid），尚未就绪或有故障。Running (process $pid), not ready or not well. ${answer##*$'\r\n'}"
    return 1
}

health() {
    [ -n "${1:-}" ] || return 1
    { exec 3<>"/dev/tcp/127.0.0.1/$1"; } 2>/dev/null || return 1
    printf 'GET /actuator/health HTTP/1.0\r\n\r\n' >&3
    timeout 10 cat <&3
}

serve() {
    if running_pid >/dev/null; then
        refuse "已在运行，请先运行 ./run.sh stop。Already running: ./run.sh stop first."
    fi
    build_program
    say "正在启动…… Starting…"
    run_program "$@" &
    local pid=$! status=0
    trap 'kill -TERM $pid 2>/dev/null || true' TERM INT HUP
    wait "$pid" || status=$?
    # A signal ends the waiting, not the program: it is still closing down.
    while kill -0 "$pid" 2>/dev/null; do
        status=0
        wait "$pid" || status=$?
    done
    case $status in
        130 | 143) say "已停止。Stopped." ;;
        *) exit "$status" ;;
    esac
}

case "${1:-}" in
    "" | --production) serve "$@" ;;
    stop | status) "$1" ;;
    backup | restore | import | export | log)
        build_program
        run_program "$@"
        ;;
    *)
        say "用法 Use: ./run.sh [--production | stop | status | backup FILE | restore FILE | import DIR [--dry-run] | export DIR [ADDRESS] | log DIR]" >&2
        exit 2
        ;;
esac
