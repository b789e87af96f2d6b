# Reads "started PID", "ended PID" and "done". When the input ends without "done" the launcher has died:
# everything still running is ended, the newest first, because services were started after what they use.
trap '' INT HUP TERM
running=""
while read -r word pid; do
  case "$word" in
    started) running="$pid $running" ;;
    ended)
      left=""
      for other in $running; do [ "$other" = "$pid" ] || left="$left $other"; done
      running="$left"
      ;;
    done) exit 0 ;;
  esac
done
for pid in $running; do
  kill -TERM "$pid" 2>/dev/null || continue
  tenths=0
  while kill -0 "$pid" 2>/dev/null && [ "$tenths" -lt 100 ]; do
    sleep 0.1
    tenths=$((tenths + 1))
  done
  kill -KILL "$pid" 2>/dev/null
done
