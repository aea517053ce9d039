"""Invoices: what a customer is asked to pay, and why."""

from dataclasses import dataclass

from billing.orders_client import get_order
from billing.settings import VAT_PERCENT


@dataclass(frozen=True)
class Invoice:
    """All money is in cents."""

    number: str
    order_id: str
    recipient: str
    currency: str
    gross: int
    vat: int

    @property
    def net(self) -> int:
        return self.gross - self.vat


def vat_within(gross: int, percent: int = VAT_PERCENT) -> int:
    """The tax that is part of a price, rounded half up as the tax office wants it."""
    return (gross * percent * 2 + 100 + percent) // ((100 + percent) * 2)


def invoice_for(order_id: str) -> Invoice:
    """The invoice of one order."""
    order = get_order(order_id)
    gross = order["total"]
    return Invoice(
        number=f"INV-{order['number']}",
        order_id=order["id"],
        recipient=order["customer"]["email"],
        currency=order["currency"],
        gross=gross,
        vat=vat_within(gross),
    )
