#!/bin/sh
# Runs a command on a paced sound card that does not exist, and records what it plays.
# usage: virtual_sink.sh RECORDING.wav|RECORDING.raw COMMAND [ARGUMENTS...]
#
# The card is a PulseAudio null sink in a server of its own: no root, no sound
# hardware, nothing in the home folder.  The recording is float32, 48 kHz, stereo.
# A .raw file (no header) may be read while the command is still running; its
# name is in ROAD_SINK_RECORDING.  The header of a .wav is right only at the end.
# The first 40 to 50 ms after a stream opens are missing from the recording.
#
# Exits as the command does, or with 125 if there is no sink to run it on, or none any more.
set -eu

if [ $# -lt 2 ]; then
    echo "usage: virtual_sink.sh RECORDING.wav|RECORDING.raw COMMAND [ARGUMENTS...]" >&2
    exit 125
fi
case $1 in
    /*) recording=$1 ;;
    *) recording=$PWD/$1 ;;
esac
shift

give_up() {
    printf 'virtual_sink: %s\n' "$*" >&2
    [ ! -s "$home/log" ] || tail -n 20 "$home/log" >&2
    exit 125
}

# Ends a child of ours, by force if it does not listen for two seconds.
stop() {
    [ -n "$1" ] || return 0
    kill "$1" 2>/dev/null || return 0
    tries=0
    while kill -0 "$1" 2>/dev/null && [ "$tries" -lt 20 ]; do
        tries=$((tries + 1))
        sleep 0.1
    done
    kill -9 "$1" 2>/dev/null || :
    wait "$1" 2>/dev/null || :
}

clean_up() {
    stop "$recorder" # first: it writes the rest of the sound, and the header
    stop "$server"
    rm -rf "$home"
}

# Not in TMPDIR: the path of a socket may have 107 characters.  Mode 700 is PulseAudio's wish.
home=$(TMPDIR=/tmp mktemp -d)
server='' recorder=''
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

for program in pulseaudio pactl parec; do
    command -v "$program" >/dev/null || give_up "$program is not installed"
done

# The server's address is given outright: a PULSE_SERVER from outside would win otherwise.
export XDG_RUNTIME_DIR="$home" PULSE_RUNTIME_PATH="$home/pulse" PULSE_STATE_PATH="$home/state"
export PULSE_COOKIE="$home/cookie" PULSE_CONFIG="$home/daemon.conf"
export PULSE_CLIENTCONFIG="$home/client.conf" PULSE_SERVER="unix:$home/socket"
unset PULSE_SINK PULSE_SOURCE
# On a busy machine the server would take itself for a runaway, and end; memfd has a bug of its own.
cat >"$PULSE_CONFIG" <<'END'
cpu-limit = no
rlimit-rttime = -1
enable-memfd = no
END
: >"$PULSE_CLIENTCONFIG"
cat >"$home/asound.conf" <<'END'
</usr/share/alsa/alsa.conf>
pcm.!default { type pulse }
ctl.!default { type pulse }
END
export ALSA_CONFIG_PATH="$home/asound.conf"

env -u PULSE_SERVER XDG_CONFIG_HOME="$home" \
    pulseaudio -n --daemonize=no --exit-idle-time=-1 --log-target=file:"$home/log" \
    --load="module-null-sink sink_name=road rate=48000 channels=2 format=float32le" \
    --load="module-native-protocol-unix auth-anonymous=1 socket=$home/socket" &
server=$!
tries=0
until pactl info >/dev/null 2>&1; do
    tries=$((tries + 1))
    kill -0 "$server" 2>/dev/null || give_up "pulseaudio ended at once"
    [ "$tries" -lt 100 ] || give_up "pulseaudio does not answer"
    sleep 0.1
done

case $recording in
    *.raw) form=--raw ;;
    *) form=--file-format=wav ;;
esac
# Without a client that wants low latency the sink renders two seconds ahead of the
# clock, and every stream stands still as long: the recorder is needed, recording or not.
parec --device=road.monitor --latency-msec=20 --format=float32le --rate=48000 --channels=2 \
    "$form" "$recording" &
recorder=$!
sleep 2.5 # what was rendered ahead before the recorder came
kill -0 "$recorder" 2>/dev/null || give_up "parec does not record to $recording"

export ROAD_SINK_RECORDING="$recording"
rc=0
"$@" || rc=$?
kill -0 "$server" 2>/dev/null || give_up "pulseaudio ended while the command ran"
sleep 0.5 # the last sound is still on its way
exit "$rc"
