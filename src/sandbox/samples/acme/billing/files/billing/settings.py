"""What the environment decides."""

import os

ORDERS_URL = os.environ.get("ORDERS_URL", "http://localhost:4001")
VAT_PERCENT = int(os.environ.get("VAT_PERCENT", "19"))
