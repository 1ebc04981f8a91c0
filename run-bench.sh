#!/usr/bin/env bash
# Builds in Release and hands over to the command line, bench/ContextBench.Cli. Works from any directory, and through
# symbolic links.
set -eu

unset CDPATH # with it, cd may go elsewhere and prints where

# Not readlink -f, which older macOS lacks. The folder without links in it, as the system reads what a link says.
script=${BASH_SOURCE[0]}
while [ -L "$script" ]; do
  folder=$(cd -P -- "$(dirname -- "$script")" && pwd)
  script=$(readlink -- "$script")
  case $script in
    /*) ;;
    *) script=$folder/$script ;;
  esac
done
root=$(cd -P -- "$(dirname -- "$script")" && pwd)

if ! command -v dotnet >/dev/null 2>&1 || ! dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then
  echo 'run-bench: the .NET 10 SDK is needed: https://dotnet.microsoft.com/download/dotnet/10.0' >&2
  exit 127
fi

# What a build may see of the environment. MSBuild makes a property of every variable, in any case of letters, so that
# PLATFORM or OutputPath would put the build elsewhere. The same list is in run-bench.ps1 and in BuildVariables.cs.
of_builds() {
  case $1 in
    PATH | HOME | USER | LOGNAME | SHELL | TERM | CI | TZ | LANG | LC_* | TMPDIR | TMP | TEMP | XDG_*) ;;
    LD_LIBRARY_PATH | DYLD_LIBRARY_PATH | DYLD_FALLBACK_LIBRARY_PATH) ;;
    DOTNET_* | COMPlus_* | NUGET_* | VSS_NUGET_* | ARTIFACTS_CREDENTIALPROVIDER_* | SSL_CERT_*) ;;
    HTTP_PROXY | HTTPS_PROXY | FTP_PROXY | ALL_PROXY | NO_PROXY) ;;
    NBomberVersion | CONTEXTBENCH_NBOMBER_SOURCE) ;;
    *) [[ $OSTYPE == msys || $OSTYPE == cygwin ]] && of_builds_on_windows "$1" ;;
  esac
}

of_builds_on_windows() {
  case $1 in
    OS | SystemRoot | SystemDrive | windir | ComSpec | PATHEXT | ProgramFiles* | ProgramW6432 | CommonProgram*) ;;
    ProgramData | ALLUSERSPROFILE | PUBLIC | APPDATA | LOCALAPPDATA | USERPROFILE | USERNAME | USERDOMAIN) ;;
    HOMEDRIVE | HOMEPATH | COMPUTERNAME | NUMBER_OF_PROCESSORS | PROCESSOR_*) ;;
    *) return 1 ;;
  esac
}

# Built from the checkout, whose global.json names the SDK, wherever this was started. No build server stays behind,
# to stir while something is measured.
build() (
  shopt -s nocasematch
  for name in $(compgen -e); do
    of_builds "$name" || export -n "${name?}" # no unset: some of bash's own are read-only
  done
  cd -- "$root" && dotnet build bench/ContextBench.Cli -c Release --nologo -v quiet --disable-build-servers
)

echo 'run-bench: building' >&2 || : # nor does it need a place for words
# The build's words matter only when it fails; standard output belongs to the data.
if ! words=$(build 2>&1); then
  printf '%s\nrun-bench: the build failed\n' "$words" >&2
  exit 2
fi

exec dotnet "$root/bench/ContextBench.Cli/bin/Release/net10.0/ContextBench.Cli.dll" "$@"
