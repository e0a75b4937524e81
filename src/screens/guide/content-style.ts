// The style of what a guide says, for a page that came without it: all of what `Blocks` and the rest of the content import.
import '../../ui/Blocks.css';
import '../../ui/LinkCard.css';
import '../../ui/Wide.css';
import '../../ui/phone/Phone.css';
import './PractiseButton.css';
