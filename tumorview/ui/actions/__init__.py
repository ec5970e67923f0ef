"""What a user can do, as declared tables: menus, tool bar, shortcuts and the shortcut sheet.

One module a menu. The tables are checked when they are put together: two actions with one id or one
key, or an icon that does not exist, stop the application at start rather than surprise somebody
later.
"""
