"""The office: what those who look after a server order (`errands`), in which words (`telling`, `drafts`), what their
server prefers (`preferences`). `bot.serving` opens it; it works over the store, the desk and the schedule.
"""
