"""Keys of one's own are known for every screen, also for those that no start loads."""

import subprocess
import sys

ASK = "from attune.ui.keymap import keymap_problems; print(*keymap_problems(dict.fromkeys(%r, 'f20')), sep='\\n')"
KNOWN = ("rehearse.turn", "library.use", "rehearse.everything")


def test_commands_of_screens_that_are_not_loaded_yet_are_known() -> None:
    ran = subprocess.run([sys.executable, "-c", ASK % (KNOWN,)], capture_output=True, text=True, check=True)
    unknown = [line for line in ran.stdout.splitlines() if "no command" in line]
    assert [line.partition("”")[0] for line in unknown] == ["There is no command “rehearse.everything"]
