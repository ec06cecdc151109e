"""What the handlers have in common: a store of users, and callers who say in a header what they are."""

from dataclasses import dataclass


class Users:
    def create(self, values):
        return {'id': 7, **values}

    def find(self, user_id):
        return {'id': 7, 'name': 'Ada'} if str(user_id) == '7' else None


class Payments:
    def create(self, amount):
        raise ConnectionError('the database does not answer')


@dataclass(frozen=True)
class User:
    role: str
    is_authenticated: bool = True


def user_of(headers):
    role = headers.get('X-Role')
    return None if role is None else User(role)


users = Users()
payments = Payments()
