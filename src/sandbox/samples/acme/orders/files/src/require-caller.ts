import type { NextFunction, Request, Response } from 'express'

const callers = new Set((process.env.CALLERS ?? 'web,billing,notifications').split(','))

/** Only services of the shop may ask; the mesh puts their name into the header and nobody else can. */
export function requireCaller(req: Request, res: Response, next: NextFunction): void {
  if (callers.has(req.header('x-caller') ?? '')) next()
  else res.status(401).json({ error: 'Who is calling?' })
}
