"""The nightly comparison of what was invoiced with what was ordered."""

from dataclasses import dataclass

import httpx

from billing.ledger import Ledger
from billing.orders_client import HEADERS
from billing.settings import ORDERS_URL


@dataclass(frozen=True)
class Difference:
    invoice: str
    invoiced: int
    ordered: int


def reconcile(ledger: Ledger) -> list[Difference]:
    """Every invoice that asks for something else than its order costs. Cancelled orders cost nothing."""
    differences = []
    with httpx.Client(base_url=ORDERS_URL, headers=HEADERS, timeout=10) as client:
        for invoice in ledger.all():
            order = client.get(f"/orders/{invoice.order_id}").json()
            ordered = 0 if order["status"] == "cancelled" else order["total"]
            if ordered != invoice.gross:
                differences.append(Difference(invoice.number, invoice.gross, ordered))
    return differences
