#!/usr/bin/env bash
# Builds in Release and hands over to the command line, bench/ContextBench.Cli. Works from any directory.
set -eu

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

if ! command -v dotnet >/dev/null 2>&1 || ! dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then
  echo 'run-bench: the .NET 10 SDK is needed: https://dotnet.microsoft.com/download/dotnet/10.0' >&2
  exit 127
fi

echo 'run-bench: building' >&2
# The build's words matter only when it fails; standard output belongs to the data.
# Built from the checkout, whose global.json names the SDK, wherever this was started.
if ! build=$(cd "$root" && dotnet build bench/ContextBench.Cli -c Release --nologo -v quiet 2>&1); then
  printf '%s\nrun-bench: the build failed\n' "$build" >&2
  exit 2
fi

exec dotnet "$root/bench/ContextBench.Cli/bin/Release/net10.0/ContextBench.Cli.dll" "$@"
