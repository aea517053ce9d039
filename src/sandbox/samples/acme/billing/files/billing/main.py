"""The routes of billing."""

from dataclasses import asdict

from fastapi import FastAPI, HTTPException

from billing.invoices import invoice_for
from billing.ledger import Ledger
from billing.orders_client import OrderNotFound
from billing.reconcile import reconcile

app = FastAPI(title="Billing", version="1.8.0")
ledger = Ledger()


@app.post("/invoices/{order_id}", status_code=201)
def write_invoice(order_id: str) -> dict:
    try:
        return asdict(ledger.add(invoice_for(order_id)))
    except OrderNotFound as missing:
        raise HTTPException(404, "There is no such order.") from missing


@app.get("/invoices/{number}")
def read_invoice(number: str) -> dict:
    invoice = ledger.find(number)
    if invoice is None:
        raise HTTPException(404, "There is no such invoice.")
    return asdict(invoice)


@app.post("/reconciliations")
def run_reconciliation() -> dict:
    differences = reconcile(ledger)
    return {"differences": [asdict(difference) for difference in differences]}
