import { describe, expect, test } from '@jest/globals'
import { outlined } from '../outlined.js'

describe('functions', () => {
  const source = `@router.get("/orders/{id}", response_model=Order)
@cached
async def get_order(
    id: str,
    page: int = Query(1),
    db: Annotated[Session, Depends(get_db)] = None,
    user: Annotated["User", Depends(login)],
    *args, **options,
) -> list["Order"]:
    key = lambda order: order.id
    return await load(id)
`

  test('have parameters, types and decorators', () => {
    const { definitions, decorators } = outlined('orders.py', source)
    expect(definitions).toEqual([
      '3-11 function get_order(id: str, page: int = Query(1), db: Session = None, user: User = Depends(login), args, options): list["Order"]',
      '10 function key(order)',
    ])
    expect(decorators).toEqual([
      '1 @router.get(`/orders/{id}`, response_model=Order) on get_order',
      '2 @cached() on get_order',
    ])
  })

  test('return what they return', () => {
    expect(outlined('orders.py', source).returns).toEqual(['10 order.id in key', '11 load(id) in get_order'])
  })
})

describe('classes', () => {
  test('have fields with their types and defaults, and methods without self', () => {
    const { definitions, bindings } = outlined(
      'models.py',
      `class Order(BaseModel, Generic[T], metaclass=Meta):
    id: str
    total: float = Field(alias="netTotal")
    note: Optional[str] = None
    tax: Annotated[float, Field(alias="taxTotal")]
    state = "open"

    def __init__(self, client: Client):
        self.client = client
        self.url: str = BASE + "/orders"

    @classmethod
    def load(cls, id): return cls.store.get(id)

    class Config:
        frozen = True
`,
    )
    expect(definitions).toEqual([
      '1-16 class Order < BaseModel, Generic[T] {id: str, total: float [Field(alias="netTotal")], note?: Optional[str] [None], tax: float, state?:  ["open"]}',
      '8-10 method Order.__init__(client: Client)',
      '13 method Order.load(id)',
      '15-16 class Config {frozen?:  [True]}',
    ])
    expect(bindings).toEqual([
      '3 this.total: float = Field(alias=`netTotal`) in Order',
      '3 Order.total: float = Field(alias=`netTotal`)',
      '4 this.note: Optional[str] = None in Order',
      '4 Order.note: Optional[str] = None',
      '6 this.state = `open` in Order',
      '6 Order.state = `open`',
      '9 this.client = client in Order.__init__',
      '10 this.url: str = `<BASE>/orders` in Order.__init__',
      '16 this.frozen = True in Config',
      '16 Config.frozen = True in Order',
    ])
  })
})
