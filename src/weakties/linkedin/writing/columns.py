"""The columns of each file in each era, in LinkedIn's own spelling."""

from __future__ import annotations

CONNECTIONS = ("First Name", "Last Name", "Email Address", "Company", "Position", "Connected On")
CONNECTIONS_WITH_URL = (*CONNECTIONS[:2], "URL", *CONNECTIONS[2:])
PREAMBLE = (
    "Notes:",
    (
        "When exporting your connection data, you may notice that some of the email addresses are "
        "missing. You will only see email addresses for connections who have allowed their connections "
        "to see or download their email address using this setting "
        "https://www.linkedin.com/psettings/privacy/email. You can learn more here "
        "https://www.linkedin.com/help/linkedin/answer/261"
    ),
    "",
)

_ADDRESS = ("Street", "Street 2", "Street 3", "City", "State", "Postal Code", "Country")
OUTLOOK = (
    *("Title", "First Name", "Middle Name", "Last Name", "Suffix"),
    *("E-mail Address", "E-mail 2 Address", "E-mail 3 Address"),
    *(f"{place} {part}" for place in ("Business", "Home", "Other") for part in _ADDRESS),
    *("Assistant's Phone", "Business Fax", "Business Phone", "Business Phone 2", "Callback"),
    *("Car Phone", "Company Main Phone", "Home Fax", "Home Phone", "Home Phone 2", "ISDN"),
    *("Mobile Phone", "Other Fax", "Other Phone", "Pager", "Primary Phone", "Radio Phone"),
    *("TTY/TDD Phone", "Telex", "Company", "Department", "Job Title", "Assistant's Name"),
    *("Birthday", "Manager's Name", "Notes", "Other Address PO Box", "Spouse", "Web Page"),
    "Personal Web Page",
)

_CONVERSATION = ("CONVERSATION ID", "CONVERSATION TITLE", "FROM", "SENDER PROFILE URL", "TO")
_TEXT = ("DATE", "SUBJECT", "CONTENT", "FOLDER")
_DRAFTS = ("IS MESSAGE DRAFT", "IS CONVERSATION DRAFT")
_TEN = (*_CONVERSATION, "RECIPIENT PROFILE URLS", *_TEXT)
MESSAGES = {
    7: ("FROM", "TO", "DATE", "SUBJECT", "CONTENT", "DIRECTION", "FOLDER"),
    9: (*_CONVERSATION, *_TEXT),
    10: _TEN,
    11: (*_TEN, "ATTACHMENTS"),
    12: (*_TEN, *_DRAFTS),
    13: (*_TEN, "ATTACHMENTS", *_DRAFTS),
}
"""By their number: 7 until 2020, 9 until early 2023, 10 in 2023, more since."""

INVITATIONS = ("From", "To", "Sent At", "Message", "Direction")
INVITATIONS_WITH_URL = (*INVITATIONS, "inviterProfileUrl", "inviteeProfileUrl")
PROFILE = (
    *("First Name", "Last Name", "Maiden Name", "Address", "Birth Date", "Headline", "Summary"),
    *("Industry", "Zip Code", "Geo Location", "Twitter Handles", "Websites", "Instant Messengers"),
)
POSITIONS = ("Company Name", "Title", "Description", "Location", "Started On", "Finished On")
RECOMMENDATIONS = (
    *("First Name", "Last Name", "Company", "Job Title", "Text", "Creation Date", "Status"),
)


def endorsements(person: str, *, with_url: bool) -> tuple[str, ...]:
    """Return the columns of a file on skills; the person is an Endorser or an Endorsee."""
    url = (f"{person} Public Url",) if with_url else ()
    names = (f"{person} First Name", f"{person} Last Name")
    return ("Endorsement Date", "Skill Name", *names, *url, "Endorsement Status")
