// Package notify decides what to write, and has it sent.
package notify

import (
	"log"
	"net/http"

	"github.com/acme/notifications/orders"
)

// Finder looks orders up.
type Finder interface {
	Get(id string) (*orders.Order, error)
}

// Mailer sends letters.
type Mailer interface {
	Send(message Message) error
}

// Handler answers those who want a customer to be told.
type Handler struct {
	Orders Finder
	Mail   Mailer
}

// OrderChanged writes to the customer of an order.
func (h *Handler) OrderChanged(w http.ResponseWriter, r *http.Request) {
	order, err := h.Orders.Get(r.PathValue("id"))
	if err != nil {
		log.Printf("orders: %v", err)
		http.Error(w, "The orders cannot be read now.", http.StatusBadGateway)
		return
	}
	if err := h.Mail.Send(MessageFor(order)); err != nil {
		log.Printf("mail: %v", err)
		http.Error(w, "The letter cannot be sent now.", http.StatusBadGateway)
		return
	}
	w.WriteHeader(http.StatusAccepted)
}

// LogMailer writes letters to the log, for machines without a mail server.
type LogMailer struct{}

// Send logs the letter.
func (LogMailer) Send(message Message) error {
	log.Printf("to %s: %s", message.To, message.Subject)
	return nil
}
