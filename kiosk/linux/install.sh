#!/bin/sh
# Makes a Debian machine with cage and chromium a Từng Bước kiosk: sudo ./install.sh https://the.address/of/the/site/
# DESTDIR=<folder> writes the files below that folder and touches nothing else.
set -eu

address=${1:?"say the address of the site, such as https://example.org/tung-buoc/"}
case $address in
  *[!A-Za-z0-9:/._~-]*) echo "This address holds a sign that does not belong there: $address" >&2; exit 1 ;;
  https://?*/ | http://localhost:*/) ;;
  *) echo "The address must begin with https:// and end with /: $address" >&2; exit 1 ;;
esac

here=$(dirname "$0")
root=${DESTDIR:-}
state=/var/lib/tung-buoc-kiosk
policies=$root/etc/chromium/policies/managed
units=$root/etc/systemd/system
docs=$root/usr/local/share/doc/tung-buoc-kiosk

if [ -z "$root" ]; then
  # Debian's Cage does not start without Xwayland, and does not bring it.
  for program in cage Xwayland chromium; do
    [ -x "/usr/bin/$program" ] || { echo "Not installed: $program (apt install cage xwayland chromium)" >&2; exit 1; }
  done
  # No password and no shell: nobody can log in as this user.
  id tung-buoc-kiosk >/dev/null 2>&1 ||
    useradd --system --user-group --home-dir "$state" --shell /usr/sbin/nologin tung-buoc-kiosk
fi

# Readable by all, writable by root alone: a rule that the browser's own user could change would be none.
install -d -m 755 "$policies" "$units" "$docs"
sed -e "s|@ADDRESS@|$address|g" -e "s|@EXPORTS@|$root$state/exports|g" "$here/policy.json" > "$policies/tung-buoc.json"
sed -e "s|@ADDRESS@|$address|g" "$here/tung-buoc-kiosk.service" > "$units/tung-buoc-kiosk.service"
install -m 644 "$here/README.md" "$here/70-tung-buoc-no-keyboard.rules" "$docs"
chmod 644 "$policies/tung-buoc.json" "$units/tung-buoc-kiosk.service"

[ -n "$root" ] && exit 0
systemctl daemon-reload
systemctl enable tung-buoc-kiosk.service
# The screen belongs to the kiosk from the first second on; a graphical log-in would take it first.
systemctl set-default multi-user.target
echo "Ready. It starts with the machine; start it now with: systemctl start tung-buoc-kiosk"
