"""The orders service, as billing uses it."""

import httpx

from billing.settings import ORDERS_URL

HEADERS = {"x-caller": "billing"}


class OrderNotFound(Exception):
    """There is no such order."""


def get_order(order_id: str) -> dict:
    """One order. Money is in cents."""
    response = httpx.get(f"{ORDERS_URL}/orders/{order_id}", headers=HEADERS, timeout=5)
    if response.status_code == 404:
        raise OrderNotFound(order_id)
    response.raise_for_status()
    return response.json()
