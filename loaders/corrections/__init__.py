"""What people have said about names, things and flags."""
