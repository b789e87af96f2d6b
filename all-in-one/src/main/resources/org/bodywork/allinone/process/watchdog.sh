# Reads "first PID", "last PID", "ended PID" and "done". When the input ends without "done" the launcher has died:
# everything still running is ended, the first ones side by side while what they use still serves, then the last ones.
trap '' INT HUP TERM
first=""
last=""
without() {
  left=""
  for other in $2; do [ "$other" = "$1" ] || left="$left $other"; done
  echo "$left"
}
any_runs() {
  for pid in $1; do ! kill -0 "$pid" 2>/dev/null || return 0; done
  return 1
}
end() {
  for pid in $1; do kill -TERM "$pid" 2>/dev/null; done
  tenths=0
  while any_runs "$1" && [ "$tenths" -lt 100 ]; do
    sleep 0.1
    tenths=$((tenths + 1))
  done
  for pid in $1; do kill -KILL "$pid" 2>/dev/null; done
}
while read -r word pid; do
  case "$word" in
    first) first="$first $pid" ;;
    last) last="$last $pid" ;;
    ended)
      first="$(without "$pid" "$first")"
      last="$(without "$pid" "$last")"
      ;;
    done) exit 0 ;;
  esac
done
end "$first"
end "$last"
