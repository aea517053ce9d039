package notify

import (
	"fmt"

	"github.com/acme/notifications/orders"
)

// Message is a letter to one customer.
type Message struct {
	To      string
	Subject string
	Body    string
}

var subjects = map[string]string{
	"placed":    "We have your order %s",
	"paid":      "Thank you: we are packing %s",
	"shipped":   "%s is on its way",
	"cancelled": "%s is cancelled",
}

// MessageFor words what happened to an order; false when there is nothing to say.
func MessageFor(order *orders.Order) (Message, bool) {
	subject, known := subjects[order.Status]
	if !known {
		return Message{}, false
	}
	day := order.PlacedAt.Format("2 January 2006")
	return Message{
		To:      order.Customer.Email,
		Subject: fmt.Sprintf(subject, order.Number),
		Body:    fmt.Sprintf("You placed order %s on %s.", order.Number, day),
	}, true
}
