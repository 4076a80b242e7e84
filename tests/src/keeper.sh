# Keeps one server for a test and clears up after it, also when the test itself is killed.
# Orders come on standard input; when it ends, so does the server. Arguments: the folder of the test, the command.
# What the server says goes to standard output, between "keeper: started PID" and "keeper: ended CODE".
# At the end the folder is removed and the database KEEPER_DROP on the server KEEPER_POSTGRES is dropped.
trap '' INT
folder=$1
shift
while read -r order signal; do
    case $order in
    start)
        {
            "$@" &
            echo $! >"$folder/pid"
            echo "keeper: started $!"
            wait $!
            code=$?
            rm -f "$folder/pid"
            echo "keeper: ended $code"
        } </dev/null 2>&1 &
        ;;
    signal) kill -s "$signal" "$(cat "$folder/pid")" ;;
    esac
done
exec >/dev/null 2>&1
[ -f "$folder/pid" ] && kill -s KILL "$(cat "$folder/pid")"
wait
[ -n "$KEEPER_DROP" ] && psql -qX "$KEEPER_POSTGRES" -c "drop database if exists $KEEPER_DROP with (force)"
rm -rf "$folder"
